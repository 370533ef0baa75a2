import type { EditPath } from './source-edit.ts'

/** What stands at a path of a charter's plain data; in lists of clauses a word is an id. Undefined where nothing stands. */
export function dataAt(data: unknown, path: EditPath): unknown {
  let now = data
  for (const step of path) {
    if (Array.isArray(now)) now = typeof step === 'number' ? now[step] : now.find((item) => idOf(item) === step)
    else if (typeof now === 'object' && now !== null)
      now = Object.hasOwn(now, step) ? Reflect.get(now, step) : undefined
    else return undefined
  }
  return now
}

function idOf(item: unknown): unknown {
  return typeof item === 'object' && item !== null && Object.hasOwn(item, 'id') ? Reflect.get(item, 'id') : undefined
}
