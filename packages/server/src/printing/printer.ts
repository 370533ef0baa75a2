/** Makes a PDF of a page of ours. */
export interface Printer {
  /** The page is one file: nothing is fetched for it. Throws PrinterBusy, or PrinterFailed. */
  print(markup: string): Promise<Buffer>
}

/** So many pages wait that another would wait too long. */
export class PrinterBusy extends Error {
  override readonly name = 'PrinterBusy'
}

/** The page did not become a PDF; the message is for the log. */
export class PrinterFailed extends Error {
  override readonly name = 'PrinterFailed'
}
