let last: Promise<unknown> = Promise.resolve()

/** Does one such work after the other: each file is read with memory of its own, and many at once would want too much of it. */
export function oneFileAtATime<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work, work)
  last = mine
  return mine
}
