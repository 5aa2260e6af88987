import { type ApproachId, approachById } from './approaches.ts';

/** `6`, `3 or 2`, `4 to 2`. */
export function rankOf(ids: readonly ApproachId[]): string {
  const ranks = ids.map((id) => approachById(id).rank);
  return ranks.length > 2 ? `${ranks[0]} to ${ranks.at(-1)}` : ranks.join(' or ');
}

/** The same with marks: `#6`, `#4 to #2`. */
export function markedRankOf(ids: readonly ApproachId[]): string {
  return rankOf(ids).replace(/\d+b?/g, (rank) => `#${rank}`);
}

/** `Key in a header`, `No auth or env pass-through`; what several have in common where they do. */
export function titleOf(ids: readonly ApproachId[]): string {
  const titles = ids.map((id) => approachById(id).title);
  if (titles.length > 1 && titles.every((title) => title.startsWith('OAuth')))
    return 'OAuth, registration not visible';
  return titles.map((title, index) => (index === 0 ? title : decapitalize(title))).join(' or ');
}

function decapitalize(title: string): string {
  return `${title[0]!.toLowerCase()}${title.slice(1)}`;
}
