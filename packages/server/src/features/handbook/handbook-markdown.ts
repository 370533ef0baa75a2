/** The outline of a handbook as Markdown (CommonMark, with the tables of GitHub). */
import type { HandbookOutline, OutlineBlock, OutlineEntry, OutlineSection } from '@avow/contract'

export function handbookMarkdown(outline: HandbookOutline): string {
  const { title, about, hash, reach, contents, sections, empty } = outline
  return [
    `# ${plain(title.text)}`,
    about.map(plain).join(' · '),
    `${plain(hash.label)} \`${hash.text}\``,
    ...reach.map(({ label, text }) => `**${plain(label)}:** ${plain(text)}`),
    ...(sections.length === 0 ? [plain(empty)] : [`## ${plain(contents)}`, contentsList(sections)]),
    ...sections.flatMap(sectionLines),
  ]
    .join('\n\n')
    .concat('\n')
}

function contentsList(sections: readonly OutlineSection[]): string {
  return sections
    .flatMap(({ id, title, entries }) => [
      `- [${plain(title)}](#${anchor(id)})`,
      ...entries.flatMap((entry) => {
        const heading = headingOf(entry)
        return heading === '' ? [] : [`  - [${heading}](#${anchor(entry.id)})`]
      }),
    ])
    .join('\n')
}

function sectionLines({ id, title, entries }: OutlineSection): readonly string[] {
  return [
    `<a id="${anchor(id)}"></a>`,
    `## ${plain(title)}`,
    ...entries.flatMap((entry) => {
      const heading = headingOf(entry)
      return [
        ...(heading === '' ? [] : [`<a id="${anchor(entry.id)}"></a>`, `### ${heading}`]),
        ...(entry.note.length === 0 ? [] : [`*${entry.note.map(plain).join(' · ')}*`]),
        ...entry.blocks.map(blockLines),
      ]
    }),
  ]
}

function headingOf({ mark, name }: OutlineEntry): string {
  return [mark, name].flatMap((part) => (part === undefined ? [] : [plain(part)])).join(' ')
}

function blockLines(block: OutlineBlock): string {
  switch (block.kind) {
    case 'says':
    case 'line':
      return paragraphs(block.text)
    case 'because':
      return paragraphs(block.text).replaceAll(/^/gm, '> ')
    case 'list':
      return `${plain(block.title)}: ${block.items.map(plain).join(', ')}`
    case 'table':
      return tableLines(block.columns, block.rows)
    case 'steps':
      return block.steps
        .map(({ name, does, only, next }, index) => {
          const acts = does.map(({ label, text }) =>
            label === undefined ? plain(text) : `${plain(label)} ${plain(text)}`,
          )
          const parts = [
            ...(name === undefined ? [] : [`**${plain(name)}**`]),
            ...acts,
            ...(only.length === 0 ? [] : [`(${plain(block.only)} ${only.map(plain).join(' · ')})`]),
            ...(next === undefined ? [] : [`${plain(block.next)} ${plain(next)}`]),
          ]
          return `${index + 1}. ${parts.join(' ')}`
        })
        .join('\n')
    case 'terms':
      return block.terms.map(({ label, text }) => `- **${plain(label)}:** ${plain(text)}`).join('\n')
  }
}

function tableLines(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(plain).join(' | ')} |`
  return [line(columns), `|${' --- |'.repeat(columns.length)}`, ...rows.map(line)].join('\n')
}

function paragraphs(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map(plain)
    .join('\n\n')
}

/** Words as they are, in one line: nothing of them is read as markup, and no character turns what follows round. */
function plain(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
      .replaceAll(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim()
      .replaceAll(/[\\`*_{}[\]<>#|~&]/g, '\\$&')
      .replace(/^([-+=]|\d+[.)])/, '\\$1')
  )
}

/** Ids are the charter’s own: letters of any script, digits, dots and dashes stay. */
function anchor(id: string): string {
  return id.replaceAll(/[^\p{L}\p{N}._-]/gu, '-')
}
