import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createFolderSubmitter } from './folder-submitter.ts'

let folder: string

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'avow mail ')), 'outgoing')
})

afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }))

const ENVELOPE = { from: 'desk@shop.example', to: ['ada@example.com'] }

it('keeps each mail as a whole file that only its owner reads', async () => {
  const submitter = createFolderSubmitter(folder)
  expect(await submitter.submit(ENVELOPE, Buffer.from('one'))).toEqual({ accepted: ENVELOPE.to, refused: [] })
  await submitter.submit(ENVELOPE, Buffer.from('two'))
  const names = readdirSync(folder)
  expect(names.every((name) => /^[0-9a-f]{32}\.eml$/u.test(name))).toBe(true)
  expect(names.map((name) => readFileSync(join(folder, name), 'utf8')).sort()).toEqual(['one', 'two'])
  expect(statSync(join(folder, names[0] ?? '')).mode & 0o777).toBe(0o600)
})

it('keeps a repeated mail once, also when it comes at the same time', async () => {
  const submitter = createFolderSubmitter(folder)
  await Promise.all(Array.from({ length: 20 }, () => submitter.submit(ENVELOPE, Buffer.from('one'))))
  expect(readdirSync(folder)).toHaveLength(1)
})

it('refuses what is no address, and keeps nothing', async () => {
  const submitter = createFolderSubmitter(folder)
  await expect(submitter.submit({ from: '', to: ['a@b\r\nc'] }, Buffer.from('x'))).rejects.toMatchObject({
    code: 'address',
  })
  expect(() => readdirSync(folder)).toThrow('ENOENT')
})
