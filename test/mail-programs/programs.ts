import { find, MAIL_PROGRAMS } from '../../tools/debian-packages.mjs'

type MailProgram = keyof typeof MAIL_PROGRAMS

/** Paths of mail programs of this machine, or the line that says which are missing. */
export function findPrograms<Name extends MailProgram>(...names: Name[]): Record<Name, string> | string {
  const paths: Partial<Record<Name, string>> = {}
  for (const name of names) {
    const path = find(MAIL_PROGRAMS[name])
    if (path !== undefined) paths[name] = path
  }
  if (hasAll(paths, names)) return paths
  const missing = names.filter((name) => !(name in paths)).map((name) => MAIL_PROGRAMS[name].debianPackage)
  return `install ${missing.join(' ')} for conversations with real mail programs`
}

function hasAll<Name extends MailProgram>(
  paths: Partial<Record<Name, string>>,
  names: readonly Name[],
): paths is Record<Name, string> {
  return names.every((name) => name in paths)
}
