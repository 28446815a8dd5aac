export { TransactionsScreen as default } from '../../../../src/investors/TransactionsScreen.tsx'
