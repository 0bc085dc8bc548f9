// Pictures of an article.
#pragma once

#include <string_view>
#include <vector>

#include "json_ld.h"
#include "newsmill/html/document.h"
#include "newsmill/model/article.h"
#include "page_evidence.h"
#include "page_scan.h"

namespace newsmill::extract::metadata {

/// Adds the pictures that the metadata names, the lead image first. `base` is
/// the URL of the page.
void ReadImages(const PageScan& scan, const LinkedData& data,
                std::string_view base, std::vector<ImageCandidate>& images);

/// Adds the pictures below `root`, with captions and credits.
void ReadImagesBelow(const html::Document& page, html::NodeId root,
                     std::string_view base,
                     std::vector<ImageCandidate>& images);

/// Takes at most 30 different pictures. Each gets the caption and credit of all
/// its candidates.
std::vector<model::Image> ChooseImages(std::vector<ImageCandidate>& candidates);

}  // namespace newsmill::extract::metadata
