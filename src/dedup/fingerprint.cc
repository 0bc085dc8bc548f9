#include "newsmill/dedup/index.h"
#include "newsmill/model/identity.h"

namespace newsmill::dedup {

model::Fingerprint FingerprintOf(const model::Article& article) {
  std::string text;
  for (const std::string& paragraph : article.paragraphs) {
    text += paragraph;
    text += '\n';
  }
  return {model::HashOf(article.article_id),
          model::HashOf(model::NormalisedText(text))};
}

}  // namespace newsmill::dedup
