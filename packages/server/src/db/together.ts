/**
 * Waits for statements that are sent at once, which costs one way to the database. All of them have ended when it throws what
 * the first of them threw: nothing of theirs can reach the connection once its transaction is undone.
 */
export async function together<T extends readonly unknown[]>(
  all: readonly [...{ [K in keyof T]: Promise<T[K]> }],
): Promise<T> {
  await Promise.allSettled(all)
  return Promise.all(all) as Promise<unknown> as Promise<T>
}
