import './number-collisions.report.js';
import './product-list.report.js';
// Products and services, their categories, barcodes, search keys and prices.
export { CatalogueModule } from './catalogue.module.js';
export { CatalogueService } from './catalogue.service.js';
export { DeskProduct } from './product.dto.js';
export { catalogueManifest } from './catalogue.manifest.js';
export { CataloguePermission } from './catalogue.permissions.js';
export { CatalogueError } from './catalogue.errors.js';
export { productMatches } from './product-list.query.js';
export { productKeys, searchForm } from './product-key.rules.js';
export type { ProductKey } from './product-key.rules.js';
export * from './rules.js';
