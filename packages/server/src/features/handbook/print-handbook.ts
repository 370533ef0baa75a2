import type { Desk } from '../../desk.ts'
import { PrinterBusy, PrinterFailed } from '../../printing/index.ts'
import { Refusal } from '../../refusal.ts'

/**
 * A page of ours as PDF, made once for the same page. Throws `no-pdf` where the server has no Chromium, `pdf-failed`, and
 * whatever `beforePrinting` throws, which is asked where the page has yet to be printed.
 */
export async function printHandbook(
  { prints, log }: Pick<Desk, 'prints' | 'log'>,
  markup: string,
  beforePrinting?: () => void,
): Promise<Buffer> {
  if (prints === undefined)
    throw new Refusal(
      'no-pdf',
      'This server has no Chromium to make a PDF with. Open the handbook to print, and print it from your browser: it can save a PDF too.',
    )
  try {
    return await prints.print(markup, beforePrinting)
  } catch (error) {
    if (error instanceof PrinterBusy)
      throw new Refusal('pdf-failed', 'Many handbooks are being made into PDFs just now. Ask again in a minute.')
    if (!(error instanceof PrinterFailed)) throw error
    log.error({ err: error }, 'a handbook was not printed')
    throw new Refusal(
      'pdf-failed',
      'The PDF could not be made. Open the handbook to print, and print it from your browser: it can save a PDF too.',
    )
  }
}
