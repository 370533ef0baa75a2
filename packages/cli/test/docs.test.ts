import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { ROW_NOTES, SKIP_REASONS } from '@avow/core'
import { describe, expect, it } from 'vitest'
import { avow } from './run-avow.ts'

const page = (path: string) => readFileSync(resolve(import.meta.dirname, '../../../docs', path), 'utf8')

describe('the pages', () => {
  it('docs/cli.md names every command with every option, and no other', async () => {
    const text = page('cli.md')
    const { stdout } = await avow('help')
    const commands = [...stdout.matchAll(/^ {2}avow ([\w-]+) /gm)]
      .map(([, name = '']) => name)
      .filter((name) => name !== 'help' && !name.startsWith('-'))
    expect(commands).toHaveLength(16)
    const named = [...text.matchAll(/`avow (?:([\w-]+)[^`]*)`/g)].map(([, name = '']) => name)
    expect(new Set(named.filter((name) => name !== 'help' && !name.startsWith('-')))).toEqual(new Set(commands))
    // The last five are the server's own command, which says its words in one page.
    for (const command of commands.slice(0, 9)) {
      const help = (await avow('help', command)).stdout
      const options = [...help.matchAll(/^ {2}(--[\w-]+)/gm)].map(([, option = '']) => option)
      const section = text.split('\n## ').find((part) => part.startsWith(`${command}\n`)) ?? text
      for (const option of options) expect(section, `${command} ${option}`).toContain(option)
    }
  })

  it('docs/formats/mapping.md lists every reason for which a row is skipped or noted', () => {
    const text = page('formats/mapping.md')
    for (const reason of [...Object.keys(SKIP_REASONS), ...Object.keys(ROW_NOTES)])
      expect(text).toContain(`\`${reason}\``)
  })

  it('the example of docs/formats/mapping.md can be read', async () => {
    const { readMapping } = await import('@avow/core')
    const [example = ''] = [...page('formats/mapping.md').matchAll(/```yaml\n([^`]*)```/g)].map(([, yaml = '']) => yaml)
    expect(readMapping(example).findings).toEqual([])
  })

  it('the examples of docs/formats/history.md can be read', async () => {
    const { readEvent } = await import('@avow/core')
    const lines = page('formats/history.md')
      .split('\n')
      .filter((line) => line.startsWith('{'))
    expect(lines).toHaveLength(4)
    for (const line of lines) expect(readEvent(JSON.parse(line)).problems).toEqual([])
  })
})
