// Reads the pictures of an article.
#pragma once

#include <string_view>
#include <vector>

#include "json_ld.h"
#include "newsmill/html/document.h"
#include "newsmill/model/article.h"
#include "page_evidence.h"
#include "page_scan.h"

namespace newsmill::extract::metadata {

/// Adds the pictures that the metadata of the page name. Adds the lead image
/// first. Relative URLs are resolved against `base`.
void ReadImages(const PageScan& scan, const LinkedData& data,
                std::string_view base, std::vector<ImageCandidate>& images);

/// Adds the pictures in the element `root`, with their captions and credits.
void ReadImagesBelow(const html::Document& page, html::NodeId root,
                     std::string_view base,
                     std::vector<ImageCandidate>& images);

/// Chooses at most 30 different pictures and returns them. If several
/// candidates are the same picture, the picture gets the first caption and the
/// first credit of these candidates.
std::vector<model::Image> ChooseImages(std::vector<ImageCandidate>& candidates);

}  // namespace newsmill::extract::metadata
