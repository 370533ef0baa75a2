import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { Folder } from '../../test/files.ts'
import type { Io } from '../io.ts'
import { csvRows } from './csv-rows.ts'
import { linesOf } from './lines-of.ts'
import { openInput, sizeOf } from './open-input.ts'

const folder = new Folder()
afterAll(() => folder.remove())

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

function io(stdin: AsyncIterable<Uint8Array>): Io {
  const output = { write: () => Promise.resolve(), isTerminal: false, columns: 80 }
  return { stdin, stdout: output, stderr: output, env: {}, now: () => 0 }
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

const text = 'first\r\nżółw 🐢\n\nlast'

describe('input', () => {
  it.each([1, 2, 3, 1000])('is unpacked where it is gzip, in pieces of %i bytes', async (size) => {
    for (const bytes of [Buffer.from(text), gzipSync(text)]) {
      let read = 0
      const chunks = await all(openInput('-', io(pieces(bytes, size)), (count) => (read += count)))
      expect(Buffer.concat(chunks).toString()).toBe(text)
      expect(read).toBe(bytes.length)
    }
  })

  it.each([0, 1])('may have %i bytes', async (length) => {
    expect(Buffer.concat(await all(openInput('-', io(pieces(Buffer.from('\x1f'.repeat(length)), 1)))))).toHaveLength(
      length,
    )
  })

  it('knows its size where all of it lies on the disk', async () => {
    const [a, b] = [folder.write('a', '12'), folder.write('b', '345')]
    expect(await sizeOf([a, b])).toBe(5)
    expect(await sizeOf([a, '-'])).toBeUndefined()
    expect(await sizeOf([a, folder.at('none')])).toBeUndefined()
    expect(await sizeOf([folder.path])).toBeUndefined()
  })
})

describe('lines', () => {
  it.each([1, 2, 5, 1000])('are put together from pieces of %i bytes', async (size) => {
    const lines = await all(linesOf(pieces(Buffer.from(text), size)))
    expect(lines).toEqual(['first', 'żółw 🐢', '', 'last'].map((line, index) => ({ number: index + 1, text: line })))
    expect(await all(linesOf(pieces(Buffer.from('one\n'), size)))).toEqual([{ number: 1, text: 'one' }])
  })
})

describe('the rows of a table', () => {
  const rows = (table: string, separator = ',') =>
    all(csvRows('t.csv', pieces(Buffer.from(table), 7), separator, 'utf-8'))

  it('come with the line where they begin, quoted cells and line ends in them too', async () => {
    expect(await rows('\ufeffa,b\r\n"1, one","say ""two""\r\nhere"\r\n3,\r\n')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1, one', 'say "two"\r\nhere'] },
      { line: 4, cells: ['3', ''] },
    ])
  })

  it('come as they are where they are odd', async () => {
    expect((await rows('a;b\n1\n1;2;3\n\n5" pipe;x', ';')).map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['1'],
      ['1', '2', '3'],
      [''],
      ['5" pipe', 'x'],
    ])
  })

  it('end the reading where the input does', async () => {
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('a,b\n1,2\n')
      throw new Error('the cable')
    }
    await expect(all(csvRows('t.csv', failing(), ',', 'utf-8'))).rejects.toThrow('the cable')
  })

  it('stop being read when nobody wants more', async () => {
    let given = 0
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        given++
        yield Buffer.from('a,b\n'.repeat(20_000))
      }
    }
    for await (const { line } of csvRows('t.csv', endless(), ',', 'utf-8')) if (line > 5) break
    expect(given).toBeLessThan(20)
  })
})
