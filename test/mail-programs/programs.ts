import { find, MAIL_PROGRAMS } from '../../tools/debian-packages.mjs'

/** Paths of the mail programs. */
export interface MailPrograms {
  readonly exim: string
  readonly swaks: string
  readonly mutt: string
}

/** The mail programs of this machine, or the line that says which are missing. */
export function findMailPrograms(): MailPrograms | string {
  const { exim, swaks, mutt } = MAIL_PROGRAMS
  const found = { exim: find(exim), swaks: find(swaks), mutt: find(mutt) }
  if (found.exim !== undefined && found.swaks !== undefined && found.mutt !== undefined)
    return { exim: found.exim, swaks: found.swaks, mutt: found.mutt }
  const missing = [exim, swaks, mutt].filter((program) => find(program) === undefined)
  return `install ${missing.map(({ debianPackage }) => debianPackage).join(' ')} for conversations with real mail programs`
}
