export { DocumentScreen as default } from '../../../../../src/kyc/DocumentScreen.tsx'
