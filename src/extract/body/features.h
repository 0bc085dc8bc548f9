// Computes the features from which the body model scores a block. Features are
// small integers. They describe the block, the elements around the block, the
// neighbouring blocks and the page.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/lexicon/line_parts.h"
#include "extract/lexicon/part_names.h"
#include "facts.h"
#include "hints.h"
#include "outline.h"

namespace newsmill::extract::body {

// clang-format off
#define NEWSMILL_BODY_FEATURES(X) \
  X(kIsP) X(kHeadingLevel) X(kIsLi) X(kIsCell) X(kIsQuote) X(kIsPre) \
  X(kIsTerm) X(kIsDiv) X(kWords) X(kBytesPerWord) X(kLinkPercent) X(kLinks) \
  X(kDigitPercent) X(kCommas) X(kSentenceEnds) X(kEndsSentence) \
  X(kStartsLower) X(kCapitalPercent) X(kLines) X(kStrongPercent) \
  X(kEmphasisPercent) X(kWide) X(kEndsColon) X(kStartsBracket) \
  X(kHidden) X(kAriaHidden) \
  X(kDepth) X(kBestUp) X(kBestDown) X(kBestShare) X(kLcaShare) \
  X(kLcaLinkPercent) X(kInWide) X(kWideShare) X(kWideLevels) \
  X(kInBest) X(kParentShare) X(kParentLinkPercent) X(kParentProse) \
  X(kParentBlocks) X(kParentWords) X(kGrandShare) X(kGrandLinkPercent) \
  X(kGrandProse) X(kGrandBlocks) X(kSiblings) X(kElementBlocks) \
  X(kIndex) X(kIndexPercent) X(kAfterTitle) X(kFromTitle) X(kIsTitle) \
  X(kTitleOverlap) X(kIsDescription) X(kInArticleBody) X(kNamesAuthor) \
  X(kShowsDate) X(kProseBefore) X(kProseAfter) X(kProsePercent) \
  X(kToPreviousProse) X(kToNextProse) X(kPreviousProseWords) \
  X(kNextProseWords) X(kPreviousProseUp) X(kNextProseUp) \
  X(kPreviousWords) X(kPreviousLinkPercent) X(kPreviousIsP) \
  X(kPreviousHeading) X(kPreviousSameParent) X(kPreviousSameLook) \
  X(kPreviousCues) X(kNextWords) X(kNextLinkPercent) X(kNextIsP) \
  X(kNextHeading) X(kNextSameParent) X(kNextSameLook) X(kNextIsLi) \
  X(kNextCues) \
  X(kSecondPreviousWords) X(kSecondNextWords) X(kSecondNextLinkPercent) \
  X(kSameLooks) X(kSameLookWords) X(kSameLookLinkPercent) X(kRepeats) \
  X(kPageProse) X(kPageBlocks) X(kPageLinkPercent) X(kIsArticleType) \
  X(kHasArticleBody) X(kLastHeadingCues) X(kFromHeading) X(kSectionProse)
// clang-format on

enum class Feature : uint8_t {
#define NEWSMILL_ENUMERATOR(name) name,
  NEWSMILL_BODY_FEATURES(NEWSMILL_ENUMERATOR)
#undef NEWSMILL_ENUMERATOR
      kNamed
};

inline constexpr std::string_view kFeatureNames =
#define NEWSMILL_NAME(name) #name " "
    NEWSMILL_BODY_FEATURES(NEWSMILL_NAME);
#undef NEWSMILL_NAME

/// A row has three groups of features, in this order:
/// 1. The named features.
/// 2. One distance for each part of a page, such as a menu. The distance is the
///    number of levels from the block up to the nearest element whose name
///    indicates this part.
/// 3. One bit for each part in kLineParts. The bit is 1 if the words of the
///    block indicate this part.
inline constexpr int kNamedFeatures = static_cast<int>(Feature::kNamed);
inline constexpr int kFirstDistance = kNamedFeatures;
inline constexpr int kFirstLinePart = kFirstDistance + lexicon::kModelPartCount;
inline constexpr int kFeatureCount =
    kFirstLinePart + static_cast<int>(lexicon::kLineParts.size());

/// The distance if no element around the block has a name that indicates the
/// part.
inline constexpr int16_t kNowhere = 30;

class FeatureRow {
 public:
  void Set(Feature feature, int64_t value) {
    SetAt(static_cast<int>(feature), value);
  }
  void SetAt(int feature, int64_t value);
  int16_t At(int feature) const {
    return values_[static_cast<size_t>(feature)];
  }
  int16_t At(Feature feature) const { return At(static_cast<int>(feature)); }
  /// Returns the number of levels up to the part, or kNowhere.
  int16_t DistanceTo(lexicon::Part part) const {
    return At(kFirstDistance + static_cast<int>(part));
  }

 private:
  std::array<int16_t, kFeatureCount> values_{};
};

/// Returns one row of features for each block.
std::vector<FeatureRow> FeaturesOf(const Outline& outline,
                                   const PageFacts& facts,
                                   const BodyHints& hints);

}  // namespace newsmill::extract::body
