/** Why a mail of ours was not written: something in it would have said more, or something else, than was meant, or is lost. */
export type MailRefusal = 'address' | 'message-id' | 'attachment-type' | 'attachment-lost'

export class MailRefused extends Error {
  readonly code: MailRefusal

  constructor(code: MailRefusal, message: string) {
    super(message)
    this.name = 'MailRefused'
    this.code = code
  }
}
