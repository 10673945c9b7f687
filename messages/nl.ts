import accounts from "./nl/accounts.json";
import adoptions from "./nl/adoptions.json";
import audit from "./nl/audit.json";
import charts from "./nl/charts.json";
import collections from "./nl/collections.json";
import common from "./nl/common.json";
import comparisons from "./nl/comparisons.json";
import dashboard from "./nl/dashboard.json";
import documents from "./nl/documents.json";
import door from "./nl/door.json";
import errors from "./nl/errors.json";
import facility from "./nl/facility.json";
import follows from "./nl/follows.json";
import gemeenten from "./nl/gemeenten.json";
import herindelingen from "./nl/herindelingen.json";
import home from "./nl/home.json";
import identities from "./nl/identities.json";
import layout from "./nl/layout.json";
import manage from "./nl/manage.json";
import membershipForms from "./nl/membership-forms.json";
import memberships from "./nl/memberships.json";
import needs from "./nl/needs.json";
import pages from "./nl/pages.json";
import partnerships from "./nl/partnerships.json";
import peers from "./nl/peers.json";
import platform from "./nl/platform.json";
import portfolio from "./nl/portfolio.json";
import privacy from "./nl/privacy.json";
import reviews from "./nl/reviews.json";
import search from "./nl/search.json";
import secondFactor from "./nl/second-factor.json";
import signIn from "./nl/sign-in.json";
import solutions from "./nl/solutions.json";
import stepLists from "./nl/step-lists.json";
import terms from "./nl/terms.json";

export default {
  accounts,
  adoptions,
  audit,
  charts,
  collections,
  common,
  comparisons,
  dashboard,
  documents,
  door,
  errors,
  facility,
  follows,
  gemeenten,
  herindelingen,
  home,
  identities,
  layout,
  manage,
  membershipForms,
  memberships,
  needs,
  pages,
  partnerships,
  platform,
  peers,
  portfolio,
  privacy,
  reviews,
  secondFactor,
  signIn,
  search,
  solutions,
  stepLists,
  terms,
};
