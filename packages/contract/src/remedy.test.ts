import { describe, expect, it } from 'vitest'
import { needsAmount } from './remedy.ts'

describe('a remedy that is money by its name', () => {
  it.each([
    ['en', ['refund', 'store-credit', 'Voucher', 'reimbursement']],
    ['it', ['rimborso', 'buono-sconto', 'indennizzo']],
    ['pl', ['rabat', 'odszkodowanie', 'zwrot-pieniędzy', 'zwrot-pieniedzy', 'zwrot-kosztow']],
    ['el', ['επιστροφή-χρημάτων', 'αποζημίωση', 'Έκπτωση']],
    ['ar', ['استرداد', 'تعويض', 'قسيمة']],
  ])('needs an amount, in %s', (_, remedies) => {
    expect(remedies.filter((remedy) => !needsAmount(remedy))).toEqual([])
  })

  it('others need none', () => {
    const others = [
      'replacement',
      'repair',
      'apology',
      'sostituzione',
      'naprawa',
      'zwrot-towaru',
      'αντικατάσταση',
      'إصلاح',
    ]
    expect(others.filter(needsAmount)).toEqual([])
  })
})
