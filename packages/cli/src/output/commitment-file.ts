/** One JSON line per commitment: what `avow backtest --out` writes. */
import { closeSync, openSync, writeSync } from 'node:fs'
import { type BacktestLine, formatInstant } from '@avow/core'
import { writeFailure } from '../input/read-text.ts'
import type { TextOutput } from '../io.ts'

const PIECE = 1 << 16

/** Exactly `{"ticket","promise","run","due","state","at"}`; `at` is when it was settled, else null. */
export function commitmentLine({ ticket, promise, run, due, state, at }: BacktestLine): string {
  return `{"ticket":${JSON.stringify(ticket)},"promise":${JSON.stringify(promise)},"run":${run},"due":${instant(due)},"state":"${state}","at":${instant(at)}}\n`
}

function instant(value: number | null): string {
  return value === null ? 'null' : `"${formatInstant(value)}"`
}

/** Takes lines one after another; a file is written while they come, standard output at the end. */
export class CommitmentFile {
  private readonly path: string
  private readonly file: number | undefined
  private readonly pieces: string[] = []
  private piece = ''

  /** `-` for standard output. Throws Failure where the file cannot be written. */
  constructor(path: string) {
    this.path = path
    try {
      this.file = path === '-' ? undefined : openSync(path, 'w')
    } catch (error) {
      throw writeFailure(path, error)
    }
  }

  add(line: BacktestLine): void {
    this.piece += commitmentLine(line)
    if (this.piece.length >= PIECE) this.flush()
  }

  async end(stdout: TextOutput): Promise<void> {
    this.flush()
    if (this.file !== undefined) closeSync(this.file)
    for (const piece of this.pieces) await stdout.write(piece)
  }

  private flush(): void {
    const { piece } = this
    this.piece = ''
    if (this.file === undefined) {
      this.pieces.push(piece)
      return
    }
    try {
      writeSync(this.file, piece)
    } catch (error) {
      throw writeFailure(this.path, error)
    }
  }
}
