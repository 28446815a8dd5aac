export { CompareScreen as default } from '../../../src/products/CompareScreen.tsx'
