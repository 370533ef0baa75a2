import type { Entry } from '@avow/contract'
import type { StoredBlob } from '../../blobs/index.ts'

export interface NewAttachment {
  /** Made where left out. */
  readonly id?: string
  readonly blob: StoredBlob
  readonly name: string
  readonly type: string
  /** Without angle brackets: how the HTML names it. */
  readonly contentId?: string
  readonly isInline: boolean
}

/** A message of a customer, read and cleaned. */
export interface NewMessage {
  /** Id of its event; made where left out. */
  readonly id?: string
  /** When it came in, UTC ms: the acceptance of a mail, a letter's stamp; now where left out. */
  readonly at?: number
  /** When a person, or the server that it was fetched from, says that it came, UTC ms: shown, and judged by nothing. */
  readonly saidAt?: number
  readonly subject: string
  /** The new part. */
  readonly text: string
  readonly quoted?: string
  /** Already sanitised. */
  readonly html?: string
  readonly from?: { readonly name?: string; readonly address: string }
  /** A machine wrote it: it changes no state and starts no clock. */
  readonly automatic?: boolean
  /** Why the sender may not be who they say. */
  readonly doubt?: string
  /** Id of its row in inbound_mail. */
  readonly mail?: string
  readonly language?: string
  /** The message of another ticket that it was, before somebody moved it here. */
  readonly movedFrom?: { readonly ticket: string; readonly number: number; readonly message: string }
  /** The ticket's, where left out. */
  readonly channel?: string
  readonly attachments?: readonly NewAttachment[]
  /** What its calendar parts say. */
  readonly appointments?: Entry['appointments']
}
