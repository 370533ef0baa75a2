import { describe, expect, it } from 'vitest'
import { joinFlowed } from './flowed-text.ts'
import { readMail } from './read-mail.ts'

describe('flowed text', () => {
  it.each([
    ['a paragraph', 'One \ntwo \nthree\nfour', 'One two three\nfour'],
    ['stuffed lines', ' From me\n  indented', 'From me\n indented'],
    ['a quotation', '> one \n> two\n>> three \n>> four', '> one two\n>> three four'],
    [
      'an answer below a quoted line that goes on',
      '> Well? \nNo. \n> Why? \nBecause.',
      '> Well? \nNo. \n> Why? \nBecause.',
    ],
    ['an empty line', 'One \n\ntwo', 'One \ntwo'],
    ['a signature', 'One \n-- \nAda', 'One \n-- \nAda'],
    ['a quoted signature', '> -- \n> Ada', '> -- \n> Ada'],
  ])('%s', (_, sent, read) => {
    expect(joinFlowed(sent, false)).toBe(read)
  })

  it('without the spaces at the breaks', () => {
    expect(joinFlowed('日本 \n語\n> a \n> b', true)).toBe('日本語\n> ab')
  })

  it('is read so in a mail', async () => {
    const mail =
      'Content-Type: text/plain; charset=utf-8; format=flowed\r\n\r\nOn 2 May, Ada wrote:\r\n> Well? \r\nNo.\r\n'
    expect((await readMail(new TextEncoder().encode(mail))).text).toBe('On 2 May, Ada wrote:\n> Well? \nNo.\n')
  })
})
