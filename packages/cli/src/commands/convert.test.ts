import { afterAll, describe, expect, it } from 'vitest'
import { CHARTER, Folder } from '../../test/files.ts'
import { avow } from '../../test/run-avow.ts'

const folder = new Folder()
afterAll(() => folder.remove())
const yaml = folder.write('small.yaml', `# A small charter.\n${CHARTER}`)

describe('avow convert', () => {
  it('writes YAML as JSON and back with nothing lost', async () => {
    const json = await avow('convert', yaml)
    expect(json.code).toBe(0)
    expect(JSON.parse(json.stdout)).toMatchObject({
      avow: 1,
      charter: 'small',
      calendars: { office: { open: { 'mon-fri': '09:00-17:00' } } },
    })
    const back = await avow('convert', folder.write('small.json', json.stdout))
    const again = await avow('convert', folder.write('back.yaml', back.stdout))
    expect(JSON.parse(again.stdout)).toEqual(JSON.parse(json.stdout))
    expect((await avow('test', folder.at('back.yaml'))).code).toBe(0)
  })

  it('keeps every letter of YAML, comments too', async () => {
    expect((await avow('convert', yaml, '--to', 'yaml')).stdout).toBe(`# A small charter.\n${CHARTER}`)
  })

  it('refuses what cannot be read, and formats that there are not', async () => {
    expect(await avow('convert', folder.write('bad.yaml', 'a: [1'))).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('bad.yaml:1:') as string,
    })
    expect(await avow('convert', yaml, '--to', 'xml')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--to is json or yaml, not xml') as string,
    })
  })
})

describe('avow schema', () => {
  it('prints the schema of charters, and of mappings', async () => {
    expect(JSON.parse((await avow('schema')).stdout)).toMatchObject({
      $schema: expect.stringContaining('json-schema.org') as string,
      properties: { avow: {} },
    })
    expect(JSON.parse((await avow('schema', '--mapping')).stdout)).toMatchObject({
      type: 'object',
      properties: { 'avow-map': { const: 1 }, ticket: {} },
      required: ['avow-map', 'id', 'time', 'ticket', 'at'],
    })
  })
})
