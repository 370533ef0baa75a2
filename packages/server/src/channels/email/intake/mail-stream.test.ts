import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MailStream } from './mail-stream.ts'

/** What RFC 5321 makes of bytes behind DATA, line by line; undefined while it has no end. */
function byTheLetter(bytes: string): string | undefined {
  let mail = ''
  for (let from = 0; ; ) {
    const end = bytes.indexOf('\r\n', from)
    if (end < 0) return undefined
    const line = bytes.slice(from, end)
    if (line === '.') return mail
    mail += `${line.startsWith('.') ? line.slice(1) : line}\r\n`
    from = end + 2
  }
}

/** The mail and the commands behind it, as the stream parts them when the bytes come in these pieces. */
async function read(pieces: readonly string[]): Promise<{ mail: string; commands: readonly string[] }> {
  const stream = new MailStream()
  const commands: string[] = []
  stream.oncommand = (command, done) => {
    commands.push(command.toString('latin1'))
    done?.()
  }
  const content = stream.startDataMode()
  const mail = buffer(content).then((bytes) => {
    stream.continue()
    return bytes.toString('latin1')
  })
  for (const piece of pieces) await new Promise((resolve) => stream.write(Buffer.from(piece, 'latin1'), resolve))
  return { mail: await mail, commands }
}

describe('mail behind DATA', () => {
  it('is by the letter of RFC 5321, however it comes in pieces', async () => {
    const wild = fc.array(fc.constantFrom('\r', '\n', '.', '\r\n', '\r\n.', '\n.\n', '\r.\r', 'a'), { maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(wild, fc.array(fc.nat(100)), async (parts, cuts) => {
        const bytes = `${parts.join('')}\r\n.\r\n`
        const wanted = byTheLetter(bytes)
        const pieces: string[] = []
        let left = bytes
        for (const cut of cuts) {
          pieces.push(left.slice(0, cut % 5))
          left = left.slice(cut % 5)
        }
        // Behind the first end there are commands, which end with any LF: only the mail is looked at.
        const { mail } = await read([...pieces, left].filter((piece) => piece !== ''))
        expect(mail).toBe(wanted)
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['LF . CRLF', '\n.\r\n'],
    ['LF . LF', '\n.\n'],
    ['CR . CR', '\r.\r'],
    ['CRLF . LF', '\r\n.\n'],
    ['CRLF . CR', '\r\n.\rx'],
    ['CR . CRLF', '\r.\r\n'],
    ['LF LF . CRLF', '\n\n.\r\n'],
    ['NUL between', '\r\n\0.\r\n'],
  ])('does not end with %s', async (_name, end) => {
    const smuggled = `hello${end}MAIL FROM:<boss@bank.example>\r\n.\r\nNOOP\r\n`
    const { mail, commands } = await read([smuggled])
    expect(mail).toContain('MAIL FROM:<boss@bank.example>')
    expect(commands).toEqual(['NOOP'])
  })

  it('loses no dot that follows a bare LF or CR', async () => {
    const { mail } = await read(['a\n..b\r..c\r\n..d\r\n.\r\n'])
    expect(mail).toBe('a\n..b\r..c\r\n.d\r\n')
  })

  it('may be empty, and may begin with a dot', async () => {
    expect((await read(['.\r\n'])).mail).toBe('')
    expect((await read(['.', '\r', '\n'])).mail).toBe('')
    expect((await read(['.', '.', '\r\n.\r\n'])).mail).toBe('.\r\n')
    expect((await read(['..\r\n', '.\r\n'])).mail).toBe('.\r\n')
  })

  it('may have a million lines that begin with a dot', async () => {
    const lines = '..\r\n'.repeat(1_000_000)
    const { mail } = await read([lines, '.\r\n'])
    expect(mail.length).toBe(3_000_000)
  })
})
