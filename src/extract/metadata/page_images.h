// Pictures of an article.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "json_ld.h"
#include "newsmill/extract/trace.h"
#include "newsmill/model/article.h"
#include "page_scan.h"

namespace newsmill::extract::metadata {

/// Those that the metadata names: the lead image.
std::vector<model::Image> ImagesOfMetadata(const PageScan& scan,
                                           const LinkedData& data,
                                           std::string_view base, Trace* trace);

/// Adds those below `root`, with captions and credits; completes the ones that
/// are known.
void AddImagesBelow(const html::Document& page, html::NodeId root,
                    std::string_view base, std::vector<model::Image>& images,
                    Trace* trace);

}  // namespace newsmill::extract::metadata
