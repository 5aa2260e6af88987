/** The last index below `length` that passes a test that all before it pass; -1 for none. Halves what is left at each step. */
export function lastPassing(length: number, passes: (index: number) => boolean): number {
  let low = 0;
  for (let high = length; low < high; ) {
    const middle = (low + high) >> 1;
    if (passes(middle)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
