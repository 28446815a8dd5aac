export { InvestorsScreen as default } from '../../../../src/investors/InvestorsScreen.tsx'
