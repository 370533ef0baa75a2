import { transaction } from '../../db/index.ts'
import type { Bytes, Handlers } from '../../http/handler.ts'
import { printHandbook } from './print-handbook.ts'
import { readStaffEdition } from './read-edition.ts'
import { languageFor, markdownOf, pageOf } from './write-handbook.ts'

/** The handbook of staff, as one page, as Markdown and as PDF. */
export const handbookHandlers: Handlers<'readHandbookEdition'> = {
  async readHandbookEdition({ query: { version, language: wished, format = 'html' }, access }, desk): Promise<Bytes> {
    const source = await transaction(desk.store, { workspace: access.workspace }, (tx) =>
      readStaffEdition(tx, access, version),
    )
    const language = languageFor(source, wished)
    const name = `handbook-${source.parts.version?.number ?? 0}-${language}`
    if (format === 'md')
      return {
        type: 'text/markdown; charset=utf-8',
        body: Buffer.from(markdownOf(source, language)),
        fileName: `${name}.md`,
      }
    const markup = pageOf(source, language)
    if (format === 'html') return { type: 'text/html; charset=utf-8', body: Buffer.from(markup), isPage: true }
    return { type: 'application/pdf', body: await printHandbook(desk, markup), fileName: `${name}.pdf` }
  },
}
