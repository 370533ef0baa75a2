import type { Io } from './io.ts'

export interface Option {
  readonly kind: 'flag' | 'text' | 'list'
  /** What stands for the value in help: `FILE`. */
  readonly value?: string
  readonly says: string
}

/** One command of `avow`, e.g. `avow check CHARTER`. */
export interface Command {
  /** Operands as help shows them, e.g. `OLD NEW`; each is needed. */
  readonly operands: readonly string[]
  /** One line for the list of commands. */
  readonly summary: string
  /** More for `avow help COMMAND`. */
  readonly says: string
  readonly options: Readonly<Record<string, Option>>
  /** Answers the exit code. Throws Failure. */
  run(call: Call, io: Io): Promise<number>
}

/** What was typed behind a command's name. */
export interface Call {
  /** As many as the command has operands. */
  readonly operands: readonly string[]
  has(option: string): boolean
  text(option: string): string | undefined
  list(option: string): readonly string[]
}
