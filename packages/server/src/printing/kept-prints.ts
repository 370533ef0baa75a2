import { createHash } from 'node:crypto'
import type { Printer } from './printer.ts'

const MOST_BYTES = 64 * 1024 * 1024

/**
 * Keeps the PDFs that were made last: the same page is printed once, whoever asks, and however many at a time. A page carries
 * the hash of its version, its language and its edition, so what it says is the name it is kept under.
 */
export class KeptPrints {
  private readonly printer: Printer
  private readonly kept = new Map<string, Promise<Buffer>>()
  private bytes = 0

  constructor(printer: Printer) {
    this.printer = printer
  }

  /** `beforePrinting` is asked where the page has yet to be printed; it may throw. */
  async print(markup: string, beforePrinting: () => void = () => undefined): Promise<Buffer> {
    const name = createHash('sha256').update(markup).digest('hex')
    const known = this.kept.get(name)
    if (known !== undefined) return known
    beforePrinting()
    const made = this.printer.print(markup)
    this.kept.set(name, made)
    try {
      const pdf = await made
      await this.makeRoom(pdf.length)
      return pdf
    } catch (error) {
      this.kept.delete(name)
      throw error
    }
  }

  private async makeRoom(size: number): Promise<void> {
    this.bytes += size
    for (const [name, pdf] of this.kept) {
      if (this.bytes <= MOST_BYTES || this.kept.size === 1) return
      this.kept.delete(name)
      this.bytes -= await pdf.then(
        ({ length }) => length,
        () => 0,
      )
    }
  }
}
