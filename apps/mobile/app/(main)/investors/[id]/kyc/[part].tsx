export { PartScreen as default } from '../../../../../src/kyc/PartScreen.tsx'
