import type { NewEvent } from '../../db/index.ts'
import type { Access } from '../../http/handler.ts'

/** Who acts for the desk. */
export interface Author {
  /** Id of the person who is signed in; undefined for an API key, */
  readonly person: string | undefined
  /** which is named by this instead. */
  readonly machine: string
}

export function authorOf({ person, actor }: Access): Author {
  return { person, machine: actor }
}

/** The fields of an event that say so. */
export function byAuthor({ person, machine }: Author): Pick<NewEvent, 'by' | 'person' | 'machine'> {
  return person === undefined ? { by: 'agent', machine } : { by: 'agent', person }
}
