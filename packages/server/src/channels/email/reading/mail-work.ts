import type { ReadMail, Unreadable } from './mail-shape.ts'
import type { SafeHtml } from './safe-html.ts'

/** What passes between the process that asks and the process that reads: plain data and bytes. */
export type MailWork =
  | { readonly kind: 'read'; readonly raw: Uint8Array<ArrayBuffer>; readonly envelopeFrom: string | undefined }
  | { readonly kind: 'sanitise'; readonly html: string; readonly images: Readonly<Record<string, string>> }

export type MailAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'mail'; readonly mail: ReadMail }
  | { readonly kind: 'html'; readonly safe: SafeHtml }
  | ({ readonly kind: 'unreadable' } & Unreadable)
