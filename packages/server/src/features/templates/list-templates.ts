import type { Template } from '@avow/contract'
import { type CharterDocument, CLAUSE_KINDS, clausesOf, readCharter } from '@avow/core'
import { CHARTER_TEMPLATES, type CharterTemplate, templateText } from '../installation/index.ts'

/** Every charter to begin with. `root`: the folder that holds charters/. */
export function listTemplates(root: string): Template[] {
  return CHARTER_TEMPLATES.map((name) => describe(name, templateDocument(root, name)))
}

/** A charter to begin with, read. Throws where the file is not what ships. */
export function templateDocument(root: string, name: CharterTemplate): CharterDocument {
  const { document } = readCharter(templateText(root, name))
  if (document === undefined) throw new Error(`charters/start/${name}.yaml cannot be read`)
  return document
}

function describe(name: CharterTemplate, document: CharterDocument): Template {
  const { title, languages, law } = document
  const kinds = clausesOf(document).map(({ kind }) => kind)
  return {
    name,
    title: Object.fromEntries(title?.by ?? []),
    languages: [...languages],
    sectors: [...(law?.sectors ?? [])],
    jurisdictions: [...(law?.jurisdictions ?? [])],
    clauses: CLAUSE_KINDS.flatMap((kind) => {
      const count = kinds.filter((one) => one === kind).length
      return count === 0 ? [] : [{ kind, count }]
    }),
  }
}
