import type { Actor } from '@avow/core'
import type { JsonObject, JsonValue } from './tables.ts'

/** A name, an address, a text, a personal fact: kept apart from the envelope, and erased with the person. */
export interface NewContent {
  readonly part: string
  /** Id of the person whose it is. */
  readonly person: string
  readonly value: JsonValue
}

export interface NewEvent {
  /** Given by its writer, unique in the workspace. */
  readonly id: string
  readonly ticket: string
  readonly type: string
  /** Its format; 1 where left out. */
  readonly v?: number
  /** When it happened, UTC ms; when it is recorded, where left out. What has not happened yet is taken as happening now. */
  readonly at?: number
  readonly by: Actor
  /** Id of the person behind `by`, */
  readonly person?: string
  /** or the name of the machine. */
  readonly machine?: string
  /** Fields of its type, as docs/formats/history.md names them. Nothing personal, no free text. */
  readonly fields?: JsonObject
  /** Fields that name a person, by id: the envelope says the person's key, e.g. `{to: 'anna’s id'}` of ticket.assigned. */
  readonly persons?: Readonly<Record<string, string>>
  readonly content?: readonly NewContent[]
}

export interface AppendedEvent {
  readonly id: string
  readonly ticket: string
  readonly seq: number
  readonly type: string
  readonly at: number
  readonly recorded: number
  readonly by: Actor
  /** Id of the person behind `by`. */
  readonly person?: string
  /** Fields that name a person, by id. */
  readonly persons: Readonly<Record<string, string>>
  readonly content: readonly NewContent[]
  /** The event as a line of a history file, and under `content` the marks of what is kept apart. */
  readonly envelope: JsonObject
}
