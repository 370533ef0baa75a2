export { chromiumPrinter } from './chromium-printer.ts'
export { findChromium } from './find-chromium.ts'
export { KeptPrints } from './kept-prints.ts'
export { type Printer, PrinterBusy, PrinterFailed } from './printer.ts'
