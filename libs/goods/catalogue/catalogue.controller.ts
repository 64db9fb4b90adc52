import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires, RequiresAny } from '#kernel';
import { CatalogueService } from './catalogue.service.js';
import { CataloguePermission } from './catalogue.permissions.js';
import {
  CategoryInput,
  CategoryView,
  EditProductInput,
  ProductDetail,
  ProductInput,
  ProductLookupQuery,
  ProductLookupView,
  ProductPage,
  ProductQuery,
  ProductRef,
  StorePriceInput,
  StorePriceRef,
} from './product.dto.js';

@ApiTags('catalogue')
@Controller()
export class CatalogueController {
  constructor(private readonly catalogue: CatalogueService) {}

  @Get('categories')
  @ApiOkResponse({ type: [CategoryView] })
  @Requires(CataloguePermission.read)
  categories(): Promise<CategoryView[]> {
    return this.catalogue.categories();
  }

  /** Errors: category.not_found, category.too_deep, category.code_taken. */
  @Post('categories')
  @ApiCreatedResponse({ type: CategoryView })
  @Requires(CataloguePermission.write)
  addCategory(@CurrentActor() actor: Actor, @Body() input: CategoryInput): Promise<CategoryView> {
    return this.catalogue.addCategory(actor, input);
  }

  @Get('products')
  @ApiOkResponse({ type: ProductPage })
  @Requires(CataloguePermission.read)
  products(@CurrentActor() actor: Actor, @Query() query: ProductQuery): Promise<ProductPage> {
    return this.catalogue.list(actor, query);
  }

  /** What was scanned or typed at the till. Exact only for a barcode or a full SKU. Errors: session.no_till. */
  @Get('products/lookup')
  @ApiOkResponse({ type: ProductLookupView })
  @Requires(CataloguePermission.read)
  lookup(
    @CurrentActor() actor: Actor,
    @Query() query: ProductLookupQuery,
  ): Promise<ProductLookupView> {
    return this.catalogue.lookup(actor, query.q);
  }

  /** Errors: product.not_found. */
  @Get('products/:id')
  @ApiOkResponse({ type: ProductDetail })
  @Requires(CataloguePermission.read)
  product(@CurrentActor() actor: Actor, @Param() { id }: ProductRef): Promise<ProductDetail> {
    return this.catalogue.detail(actor, id);
  }

  /** Errors: product.sku_taken, product.barcode_taken, product.barcode_invalid, category.not_found. */
  @Post('products')
  @ApiCreatedResponse({ type: ProductDetail })
  @Requires(CataloguePermission.write)
  create(@CurrentActor() actor: Actor, @Body() input: ProductInput): Promise<ProductDetail> {
    return this.catalogue.create(actor, input);
  }

  /** Errors: as for a new product; product.not_found, product.kind_fixed, record.changed. */
  @Put('products/:id')
  @ApiOkResponse({ type: ProductDetail })
  @Requires(CataloguePermission.write)
  edit(
    @CurrentActor() actor: Actor,
    @Param() { id }: ProductRef,
    @Body() input: EditProductInput,
  ): Promise<ProductDetail> {
    return this.catalogue.edit(actor, id, input);
  }

  /** The price of one store, or none: the list price counts again. Errors: product.not_found, record.changed, access.store_forbidden. */
  @Put('products/:id/store-prices/:storeId')
  @ApiOkResponse({ type: ProductDetail })
  @RequiresAny(CataloguePermission.write, CataloguePermission.storePrice)
  setStorePrice(
    @CurrentActor() actor: Actor,
    @Param() ref: StorePriceRef,
    @Body() input: StorePriceInput,
  ): Promise<ProductDetail> {
    return this.catalogue.setStorePrice(actor, ref, input);
  }
}
