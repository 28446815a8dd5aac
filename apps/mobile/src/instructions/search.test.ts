import { isSought, type SeenInstruction } from './rules.ts'

const instruction = {
  id: '0199a6f2-6f3c-7d2e-9a53-0c6f1f5b8a11',
  investorName: "Nur'Aini Dewi",
  productName: 'Bahtera Likuid',
  targetProductName: null,
  productCode: 'BAHTERA-LIKUID',
  bibReference: 'TRX-D000000001814',
  amount: '1500000.00',
} as SeenInstruction

test.each(['0199a6f2-6f3c', 'trx-d000000001814', 'nuraini', 'Nur’Aini', 'likuid', '1500000'])(
  '%s finds it on the device',
  (search) => expect(isSought(instruction, search)).toBe(true),
)
test.each(['trx-9', 'budi', '2500000'])('%s does not', (search) =>
  expect(isSought(instruction, search)).toBe(false),
)
