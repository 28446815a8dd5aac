export { ProductScreen as default } from '../../../src/products/ProductScreen.tsx'
