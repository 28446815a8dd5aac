export { ProductsScreen as default } from '../../../../src/products/ProductsScreen.tsx'
