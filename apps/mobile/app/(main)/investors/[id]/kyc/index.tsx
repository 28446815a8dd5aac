export { KycScreen as default } from '../../../../../src/kyc/KycScreen.tsx'
