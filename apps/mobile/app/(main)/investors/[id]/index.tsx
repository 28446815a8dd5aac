export { InvestorScreen as default } from '../../../../src/investors/InvestorScreen.tsx'
