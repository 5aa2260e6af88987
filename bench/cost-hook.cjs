// Preloaded into a measured process: says at its end, on file descriptor 3, what it took.
const { readFileSync, writeSync } = require('node:fs');

process.on('exit', () => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  writeSync(3, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1000, memory: peakMemory() }));
});

/** In KiB. On Linux `maxRSS` of a new process begins at what its parent had, so the kernel is asked for this one's. */
function peakMemory() {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS;
  return Number(/^VmHWM:\s*(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
}
