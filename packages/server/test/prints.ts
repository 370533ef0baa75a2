import { chromiumPrinter, findChromium, KeptPrints } from '../src/printing/index.ts'

/** The Chromium to test with; undefined where there is none. */
export const CHROMIUM = process.env['AVOW_CHROMIUM'] ?? findChromium(process.env['PATH'])

/** PDFs through it, with time enough for a machine that is busy. */
export function testPrints(program: string): KeptPrints {
  return new KeptPrints(chromiumPrinter({ program, withinMs: 120_000, mostWaiting: 10 }))
}
