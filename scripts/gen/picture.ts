import picocolors from 'picocolors';
import { reportPretty } from '../../src/reporters/pretty.ts';
import { lintExample } from '../../test/support/examples.ts';

const FILE = '.cursor/mcp.json';
const TEXT = `{
  "mcpServers": {
    "github": {
      "url": "https://api.githubcopilot.com/mcp/",
      "headers": { "Authorization": "Bearer {{sample:github-pat-classic}}" }
    },
    "search": {
      "command": "search-mcp",
      "env": { "SEARCH_API_KEY": "\${env:SEARCH_API_KEY}" }
    }
  }
}
`;

/** Width of a character and height of a line, for 14 px. */
const CHARACTER = 8.43;
const LINE = 19;
const MARGIN = 20;

/** Colours of picocolors' escape sequences. */
const COLORS: Readonly<Record<string, string>> = {
  31: '#ff7b72',
  32: '#7ee787',
  33: '#e3b341',
  34: '#79c0ff',
  36: '#76e3ea',
};

/** The picture of the README: what a terminal shows when a file with a credential and a reference is linted. */
export async function renderPicture(): Promise<string> {
  const report = await lintExample({ file: FILE, text: TEXT, git: 'untracked' });
  const printed = reportPretty(report, {
    quiet: false,
    advice: false,
    named: [FILE],
    paint: picocolors.createColors(true),
  });
  const lines = [`$ mcp-lint ${FILE}`, ...printed.trimEnd().split('\n')].map(spans);
  const widest = Math.max(...lines.map(({ length }) => length));
  const [width, height] = [Math.ceil(widest * CHARACTER) + 2 * MARGIN, lines.length * LINE + 2 * MARGIN];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title">
<title id="title">What mcp-lint prints for a file with a credential and a reference</title>
<rect width="100%" height="100%" rx="8" fill="#0d1117"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="14" fill="#e6edf3" xml:space="preserve">
${lines.map(({ svg }, row) => `<text x="${MARGIN}" y="${MARGIN + (row + 0.75) * LINE}">${svg}</text>\n`).join('')}</g>
</svg>
`;
}

/** A line of a terminal, and how many characters it has. */
function spans(line: string): { svg: string; length: number } {
  let style: { bold?: boolean; dim?: boolean; color?: string } = {};
  let [svg, length] = ['', 0];
  for (const [, code, text] of line.matchAll(/\u001b\[(\d+)m|([^\u001b]+)/g)) {
    if (code !== undefined) style = after(style, code);
    else {
      svg += `<tspan${attributes(style)}>${escapeXml(text!)}</tspan>`;
      length += text!.length;
    }
  }
  return { svg, length };
}

type Style = Parameters<typeof attributes>[0];

function after(style: Style, code: string): Style {
  if (code === '0') return {};
  if (code === '1') return { ...style, bold: true };
  if (code === '2') return { ...style, dim: true };
  if (code === '22') return { ...(style.color !== undefined && { color: style.color }) };
  const { color: _, ...rest } = style;
  return code === '39' ? rest : { ...rest, color: COLORS[code]! };
}

function attributes({ bold, dim, color }: { bold?: boolean; dim?: boolean; color?: string }): string {
  return [color && ` fill="${color}"`, bold && ' font-weight="bold"', dim && ' opacity="0.6"']
    .filter(Boolean)
    .join('');
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
